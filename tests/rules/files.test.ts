import { describe, expect, it } from 'vitest';
import {
  contentRefusalOf,
  type FileRefusal,
  fileKinds,
  fileRefusalOf,
  freeVersion,
  largestFile,
  leftBehind,
  numberedName,
  type StepFile,
  tidyName,
} from '#shared/domain/files/file.ts';
import { fileRefusalText, sizeText } from '#shared/words/files/words.ts';

const aFile = (name: string, more: Partial<StepFile> = {}): StepFile => ({
  ...{ name, version: 1, size: 10, byId: 'lead', byName: 'Leder' },
  ...{ at: '2026-11-30T08:00:00Z', link: `https://viborg.example/${name}` },
  ...more,
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a document that somebody sends (platform C3, names SharePoint refuses)', () => {
  it.each<readonly [string, number, FileRefusal['type']]>([
    ['', 1, 'nameMissing'],
    ['   ', 1, 'nameMissing'],
    ['../aftale.pdf', 1, 'nameSigns'],
    ['a\\b.pdf', 1, 'nameSigns'],
    ['hvad?.pdf', 1, 'nameSigns'],
    ['a:b.pdf', 1, 'nameSigns'],
    ['a*b.pdf', 1, 'nameSigns'],
    ['"a".pdf', 1, 'nameSigns'],
    ['a<b>.pdf', 1, 'nameSigns'],
    ['a|b.pdf', 1, 'nameSigns'],
    ['a\u0000.pdf', 1, 'nameSigns'],
    ['aftale\u202efdp.exe.pdf', 1, 'nameSigns'],
    [' aftale.pdf', 1, 'nameEdges'],
    ['aftale.pdf ', 1, 'nameEdges'],
    ['.pdf', 1, 'nameEdges'],
    ['aftale.', 1, 'nameEdges'],
    ['CON.pdf', 1, 'nameReserved'],
    ['lpt1.pdf', 1, 'nameReserved'],
    ['~$aftale.docx', 1, 'nameReserved'],
    ['a_vti_b.pdf', 1, 'nameReserved'],
    ['desktop.ini', 1, 'nameReserved'],
    [`${'a'.repeat(117)}.pdf`, 1, 'nameTooLong'],
    ['aftale', 1, 'wrongType'],
    ['aftale.exe', 1, 'wrongType'],
    ['aftale.pdf.html', 1, 'wrongType'],
    ['aftale.constructor', 1, 'wrongType'],
    ['aftale.pdf', 0, 'empty'],
    ['aftale.pdf', largestFile + 1, 'tooLarge'],
  ])('%j of %i bytes is refused as %s', (name, size, type) => {
    const refusal = fileRefusalOf(tidyName(name), size);
    expect(refusal?.type).toBe(type);
    expect(refusal && fileRefusalText(refusal)).toMatch(/^[A-ZÆØÅ].*\.$/);
  });

  it.each(['aftale.pdf', 'Databehandleraftale, KMD 100%.DOCX', 'æøå #1 & co.xlsx', 'contact.pdf'])(
    '%j is taken, up to the limit',
    (name) => {
      expect(fileRefusalOf(name, 1)).toBeNull();
      expect(fileRefusalOf(name, largestFile)).toBeNull();
    },
  );

  it('says the limit, the size and the sign', () => {
    expect(
      fileRefusalText({ type: 'tooLarge', size: largestFile + 1, most: largestFile }),
    ).toContain('Filen fylder 60,1\u00a0MB. Der er plads til 60\u00a0MB.');
    expect(fileRefusalText({ type: 'nameSigns', signs: ['/', '\u0000'] })).toContain(
      '/ og et usynligt tegn',
    );
    expect([sizeText(12), sizeText(1_025), sizeText(1_258_292)]).toEqual([
      ...['12\u00a0byte', '2\u00a0KB', '1,3\u00a0MB'],
    ]);
  });

  it('is one name however a computer writes its å', () => {
    expect(tidyName('a\u030aben.pdf')).toBe('åben.pdf');
  });

  it('is what its name says, by its first bytes', () => {
    expect(contentRefusalOf('a.pdf', bytes('%PDF-1.7'))).toBeNull();
    expect(contentRefusalOf('a.pdf', bytes('MZ......'))).toEqual({
      ...{ type: 'notThatType', ending: 'pdf' },
    });
    expect(contentRefusalOf('a.docx', bytes('%PDF-1.7'))?.type).toBe('notThatType');
    expect(contentRefusalOf('a.txt', bytes('hvad som helst'))).toBeNull();
    for (const [ending, { begins }] of Object.entries(fileKinds))
      for (const start of begins)
        expect(contentRefusalOf(`a.${ending}`, Buffer.from(`${start}00`, 'hex'))).toBeNull();
  });
});

describe('the next version of a document', () => {
  it('has a name of its own beside the one before it', () => {
    const files = [aFile('aftale.pdf'), aFile('aftale (version 2).pdf', { version: 2 })];
    expect(freeVersion(files, 'aftale.pdf')).toBe(3);
    expect(freeVersion(files, 'AFTALE.pdf')).toBe(3);
    expect(freeVersion(files, 'plan.pdf')).toBe(1);
    expect(freeVersion(files, 'aftale.pdf', ['aftale (version 3).pdf'])).toBe(4);
    expect(numberedName('plan.v1.docx', 2)).toBe('plan.v1 (version 2).docx');
  });

  it('is left behind when nobody has sent it for a quarter of an hour', () => {
    const files = [aFile('a.pdf', { link: null }), aFile('b.pdf')];
    expect(leftBehind(files, '2026-11-30T08:15:00Z')).toEqual([]);
    expect(leftBehind(files, '2026-11-30T08:15:01Z').map(({ name }) => name)).toEqual(['a.pdf']);
  });
});
