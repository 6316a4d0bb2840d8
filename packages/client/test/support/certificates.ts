import forge from 'node-forge'

/** A root that no system trusts, as a company makes one, and a certificate of it for `localhost` with its key, all as PEM. */
export interface Certificates {
  readonly root: string
  readonly certificate: string
  readonly key: string
}

/** Makes new ones, valid for a day. */
export function makeCertificates(): Certificates {
  const rootKeys = forge.pki.rsa.generateKeyPair(2048)
  const serverKeys = forge.pki.rsa.generateKeyPair(2048)
  const issuer = [{ name: 'commonName', value: 'A company' }]
  const root = signed(rootKeys.publicKey, issuer, issuer, rootKeys.privateKey, [
    { name: 'basicConstraints', cA: true },
    { name: 'keyUsage', keyCertSign: true },
  ])
  const subject = [{ name: 'commonName', value: 'localhost' }]
  const certificate = signed(serverKeys.publicKey, subject, issuer, rootKeys.privateKey, [
    {
      name: 'subjectAltName',
      altNames: [
        { type: 2, value: 'localhost' },
        { type: 7, ip: '127.0.0.1' },
      ],
    },
  ])
  return { root, certificate, key: forge.pki.privateKeyToPem(serverKeys.privateKey) }
}

function signed(
  publicKey: forge.pki.rsa.PublicKey,
  subject: forge.pki.CertificateField[],
  issuer: forge.pki.CertificateField[],
  issuerKey: forge.pki.rsa.PrivateKey,
  extensions: object[],
): string {
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = publicKey
  certificate.serialNumber = forge.util.bytesToHex(`\u0001${forge.random.getBytesSync(8)}`)
  certificate.validity.notBefore = new Date(Date.now() - 3_600_000)
  certificate.validity.notAfter = new Date(Date.now() + 86_400_000)
  certificate.setSubject(subject)
  certificate.setIssuer(issuer)
  certificate.setExtensions(extensions)
  certificate.sign(issuerKey, forge.md.sha256.create())
  return forge.pki.certificateToPem(certificate)
}
