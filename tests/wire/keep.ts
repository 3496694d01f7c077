import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import Database from 'libsql';
import { fillFolder } from './keptFolder.ts';

/*
 * node --import tsx tests/wire/keep.ts release-YYYY-MM: keeps what a release leaves with people, so
 * that every later build is asked to read it. Made once for each release, and not again.
 */

/**
 * The memory of a tenant in one file, its log of writes in it. Without the keys that it signs with:
 * it makes others when it starts.
 */
const memoryOf = (folder: string): Buffer => {
  const copy = join(folder, 'copy');
  mkdirSync(copy);
  for (const file of readdirSync(folder).filter((one) => one.startsWith('tenant.db')))
    copyFileSync(join(folder, file), join(copy, file));
  const db = new Database(join(copy, 'tenant.db'));
  db.exec('DELETE FROM entra_keys; DELETE FROM entra_secrets');
  db.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE');
  db.exec('VACUUM');
  return readFileSync(join(copy, 'tenant.db'));
};

const [, , name = ''] = process.argv;
if (!/^release-\d{4}-\d{2}$/.test(name)) throw new Error('release-YYYY-MM');
const here = fileURLToPath(new URL('.', import.meta.url));
const kept = join(here, name);
const folder = mkdtempSync(join(tmpdir(), 'kept-'));
mkdirSync(kept, { recursive: true });
writeFileSync(join(kept, 'board.json'), `${await fillFolder(folder)}\n`);
writeFileSync(join(kept, 'tenant.db.gz'), gzipSync(memoryOf(folder)));
copyFileSync(join(here, 'fixtures/presses.json'), join(kept, 'presses.json'));
rmSync(folder, { recursive: true });
process.exit(0);
