import ts from 'typescript-5'
import { type Read, readAsItIs } from './open-packages.ts'

/** Reads a file as {@link withStrictMethods}. */
export const readStrictly: Read = (file, version) => {
  const source = readAsItIs(file, version)
  return source && withStrictMethods(source, version)
}

/**
 * The file with each method of an interface as a property that is a function, and without private members. The compiler compares
 * parameters of methods in both directions, so a method that takes less than before would pass for the same. Private members make equal
 * classes of two releases differ.
 */
function withStrictMethods(
  source: ts.SourceFile,
  version: ts.ScriptTarget | ts.CreateSourceFileOptions,
): ts.SourceFile {
  if (!/\(|private|#/.test(source.text)) return source
  const { transformed } = ts.transform(source, [rewrite])
  const [file = source] = transformed
  const text = ts.createPrinter({ newLine: ts.NewLineKind.LineFeed }).printFile(file)
  return ts.createSourceFile(source.fileName, text, version, true)
}

const rewrite: ts.TransformerFactory<ts.SourceFile> = (context) => (source) => {
  const visit = (node: ts.Node): ts.Node => {
    const seen = ts.visitEachChild(node, visit, context)
    if (ts.isInterfaceDeclaration(seen))
      return context.factory.updateInterfaceDeclaration(
        seen,
        seen.modifiers,
        seen.name,
        seen.typeParameters,
        seen.heritageClauses,
        strict(seen.members, context.factory) as readonly ts.TypeElement[],
      )
    if (ts.isTypeLiteralNode(seen))
      return context.factory.updateTypeLiteralNode(
        seen,
        context.factory.createNodeArray(strict(seen.members, context.factory) as readonly ts.TypeElement[]),
      )
    if (ts.isClassDeclaration(seen) && source.isDeclarationFile)
      return context.factory.updateClassDeclaration(
        seen,
        seen.modifiers,
        seen.name,
        seen.typeParameters,
        seen.heritageClauses,
        strict(seen.members.filter(isVisible), context.factory) as readonly ts.ClassElement[],
      )
    return seen
  }
  return ts.visitEachChild(source, visit, context)
}

function isVisible(member: ts.ClassElement): boolean {
  const isPrivate = ts.canHaveModifiers(member)
    ? ts.getModifiers(member)?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword)
    : false
  return !isPrivate && !(member.name && ts.isPrivateIdentifier(member.name))
}

type Member = ts.TypeElement | ts.ClassElement
type Method = ts.MethodSignature | ts.MethodDeclaration

/** Overloads of one method become one property with as many call signatures. */
function strict(members: readonly Member[], factory: ts.NodeFactory): readonly Member[] {
  const methods = Map.groupBy(members.filter(isMethod), ({ name }) => name.getText())
  return members.flatMap((member): readonly Member[] => {
    if (!isMethod(member)) return [member]
    const overloads = methods.get(member.name.getText()) ?? []
    if (overloads[0] !== member) return []
    const signatures = overloads.map(({ typeParameters, parameters, type }) =>
      factory.createCallSignature(typeParameters, parameters, type),
    )
    return [asProperty(member, factory.createTypeLiteralNode(signatures), factory)]
  })
}

function isMethod(member: Member): member is Method {
  return ts.isMethodSignature(member) || ts.isMethodDeclaration(member)
}

function asProperty(method: Method, type: ts.TypeNode, factory: ts.NodeFactory): Member {
  const { name, questionToken } = method
  const property = ts.isMethodSignature(method)
    ? factory.createPropertySignature(ts.getModifiers(method), name, questionToken, type)
    : factory.createPropertyDeclaration(method.modifiers, name, questionToken, type, undefined)
  // its comment may say what is promised of it
  return ts.setCommentRange(property, method)
}
