/** What the packaging of the Teams app says. */
export const packageWords = {
  faults: 'App-pakken er ikke i orden:',
  done: (path: string, bytes: number): string =>
    `${path} er klar (${Math.ceil(bytes / 1_024)} KB). Læg den op i Teams Administration.`,
  icon: (name: string, size: number): string => `${name} skal være en PNG på ${size} × ${size}.`,
  notAtRoot: (name: string): string => `${name} skal ligge øverst i pakken.`,
  missing: (name: string): string => `${name} mangler i pakken.`,
} as const;
