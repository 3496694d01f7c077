import { type ChildProcess, spawn } from 'node:child_process';

export type Ran = { readonly code: number; readonly output: string };

/** Runs a program to its end and keeps what it said. */
export const run = (
  program: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly show?: boolean; readonly env?: NodeJS.ProcessEnv },
): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child: ChildProcess = spawn(program, [...args], {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const take = (chunk: Buffer): void => {
      output += chunk.toString();
      if (options.show) process.stdout.write(chunk);
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
