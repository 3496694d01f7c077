const longestLink = 400;

/** A web address that can be shown as a link: https, and short enough to keep. */
export const isSecureLink = (link: string): boolean =>
  link.length <= longestLink && /^https:\/\/[^\s<>"]+$/i.test(link);
