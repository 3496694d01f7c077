/** The markdown that Teams shows in cards and messages: bold, italic, struck, links and lists. */
export function toHtml(text: string): string {
  const blocks: string[] = [];
  let list: { tag: 'ul' | 'ol'; items: string[] } | undefined;
  let lines: string[] = [];
  const endLines = (): void => {
    if (lines.length > 0) blocks.push(`<p>${lines.join('<br>')}</p>`);
    lines = [];
  };
  const endList = (): void => {
    if (list !== undefined) {
      const items = list.items.map((item) => `<li>${item}</li>`).join('');
      blocks.push(`<${list.tag}>${items}</${list.tag}>`);
    }
    list = undefined;
  };
  for (const line of text.split(/\r?\n/)) {
    const item = /^\s*(?:([-*])|\d+\.)\s+(.*)$/.exec(line);
    if (item === null) {
      endList();
      if (line.trim() === '') endLines();
      else lines.push(inline(line));
      continue;
    }
    endLines();
    const tag = item[1] === undefined ? 'ol' : 'ul';
    if (list?.tag !== tag) endList();
    list ??= { tag, items: [] };
    list.items.push(inline(item[2] ?? ''));
  }
  endList();
  endLines();
  return blocks.join('');
}

/** Backslash escapes are put aside first, so that an escaped star stays a star. */
function inline(line: string): string {
  const kept: string[] = [];
  const keep = (html: string): string => `\ue000${kept.push(html) - 1}\ue000`;
  const escaped = escapeHtml(line.replace(/\ue000/g, ''))
    .replace(/\\([\\`*_{}[\]()#+\-.!~>|])/g, (_all, sign: string) => keep(sign))
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (_all, label: string, address: string) =>
      linkOf(label, address, keep),
    );
  const marked = escaped
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '<strong>$2</strong>')
    .replace(/(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?!\w)/g, '<em>$1</em>')
    .replace(/(?<!\w)_(?=\S)([^_]+?)(?<=\S)_(?!\w)/g, '<em>$1</em>')
    .replace(/~~(?=\S)(.+?)(?<=\S)~~/g, '<s>$1</s>');
  return marked.replace(/\ue000(\d+)\ue000/g, (_all, index: string) => kept[Number(index)] ?? '');
}

function linkOf(label: string, address: string, keep: (html: string) => string): string {
  if (!/^(https?:|mailto:)/i.test(address)) return label;
  return `${keep(`<a href="${address}" target="_blank" rel="noopener noreferrer">`)}${label}${keep('</a>')}`;
}

export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
