import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** One value of ASN.1, as DER writes it. */
const der = (tag: number, ...contents: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(contents);
  const { length } = content;
  const size =
    length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
};

const sequence = (...contents: readonly Uint8Array[]): Buffer => der(0x30, ...contents);
const bits = (content: Uint8Array): Buffer => der(0x03, Buffer.from([0]), content);
const time = (at: Date): Buffer =>
  der(0x17, Buffer.from(`${at.toISOString().replaceAll(/[-:T]/g, '').slice(2, 14)}Z`));

/** sha256WithRSAEncryption, and no parameters. */
const rsaSha256 = sequence(
  der(0x06, Buffer.from('2a864886f70d01010b', 'hex')),
  Buffer.from('0500', 'hex'),
);

const nameOf = (commonName: string): Buffer =>
  sequence(
    der(
      0x31,
      sequence(der(0x06, Buffer.from('550403', 'hex')), der(0x0c, Buffer.from(commonName))),
    ),
  );

const hour = 3_600_000;

/** A certificate signed by its own key, as an administrator makes one for an app; both as PEM. */
export const selfSigned = (commonName: string): { certificate: string; privateKey: string } => {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const name = nameOf(commonName);
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1]), randomBytes(8)),
    rsaSha256,
    name,
    sequence(time(new Date(Date.now() - hour)), time(new Date(Date.now() + 24 * hour))),
    name,
    keys.publicKey.export({ type: 'spki', format: 'der' }),
  );
  const whole = sequence(body, rsaSha256, bits(sign('sha256', body, keys.privateKey)));
  const lines = whole.toString('base64').replaceAll(/(.{64})/g, '$1\n');
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${lines.trim()}\n-----END CERTIFICATE-----\n`,
    privateKey: String(keys.privateKey.export({ type: 'pkcs8', format: 'pem' })),
  };
};
