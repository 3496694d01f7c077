import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The Graph that costs next to nothing (deltaService.ts), started and ended by whoever measures. */
export const startDeltaService = async (): Promise<{ url: string; stop: () => void }> => {
  const script = fileURLToPath(new URL('./deltaService.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`the service ended with ${code}`)));
  });
  return { url, stop: () => child.stdin.end() };
};
