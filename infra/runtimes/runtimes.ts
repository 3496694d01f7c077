/** A Node, and what its package must be, by kind of machine: it is a program that we start. */
export type Runtime = {
  readonly version: string;
  readonly integrity: Readonly<Record<string, string>>;
};

/** The Nodes this is said to run on, the oldest first: the very one that `engines` begins at. */
export const runtimes: readonly Runtime[] = [
  {
    version: '20.19.0',
    integrity: {
      x64: 'sha512-HzVYgEgabV/n3nP2F9mcxS0Nxgg99jynX9CMovakLmSYTuTdQRbbtw0yadY8+qKcqXfiDAtb2hmtR7nDPzclGA==',
      arm64:
        'sha512-kT7jX7frbsrMrXMsBaFt3Th1SWs5VjxTzd0U8vxcmdCFkaqeu5hFK0+QoYfIo5drmr3DmwJfLtO2gnD/7hNE/Q==',
    },
  },
  {
    version: '24.21.0',
    integrity: {
      x64: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
      arm64:
        'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
    },
  },
  {
    version: '26.12.1',
    integrity: {
      x64: 'sha512-jk5LMAmgHlPlPMWpsUrSOqNaEZG+11UNd35hWQ+p5/XGaelWuTqJ69IcAy/5xtPPN4d5ZRBNOGB6gLMCh2kL9A==',
      arm64:
        'sha512-8Oxs6Y7rDcKufVIM/zYRSwytj46WOrZk7yFCLTKDcs17bBjAeD9HMAqo97hMfMyxozIud0S4vZCs5WB/3iavNQ==',
    },
  },
];

const minorOf = (version: string): string => version.split('.').slice(0, 2).join('.');

/** Beside the running Node: the oldest and the newest of the others, where what differs most is seen. */
export const outermostBeside = (running: string): readonly Runtime[] => {
  const others = runtimes.filter(({ version }) => minorOf(version) !== minorOf(running));
  return others.filter((_, index) => index === 0 || index === others.length - 1);
};
