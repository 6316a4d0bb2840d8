export * from '../../generated/orval'
