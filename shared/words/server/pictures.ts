const megabytes = (bytes: number): string =>
  // Never rounded down: what is just over the limit must not read as the limit.
  (Math.ceil((bytes / 1_024 / 1_024) * 10) / 10).toLocaleString('da-DK');

/** What is wrong with a picture that somebody sends, and what to do about it. */
export const pictureWords = {
  empty: 'Der er ikke noget billede i det sendte. Vælg billedet igen.',
  wrongType: 'Billedet skal være JPEG eller PNG. Gem det som et af dem, og vælg det igen.',
  notThatType:
    'Filen er ikke det slags billede, den siger, den er. Gem den som JPEG eller PNG, og vælg den igen.',
  unreadable: 'Billedet kan ikke læses. Åbn det, gem det igen som JPEG, og vælg det så.',
  tooLarge: (bytes: number, most: number): string =>
    `Billedet fylder ${megabytes(bytes)} MB. Der er plads til ${megabytes(most)} MB. Gør det mindre, og vælg det igen.`,
  tooManyPixels: (width: number, height: number, most: number): string =>
    `Billedet er ${width} × ${height} punkter. Det må højst være ${most} på hver led. Gør det mindre, og vælg det igen.`,
  unknown: 'Billedet findes ikke.',
} as const;
