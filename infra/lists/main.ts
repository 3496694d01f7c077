import { Fault } from '#shared/useCases/ports.ts';
import { provisionWords as words } from '#shared/words/server/provision.ts';
import { configOrExit, readProvisioner } from '../../bot/config.ts';
import { provision } from './provision.ts';

const explain = (cause: unknown): string => {
  if (!(cause instanceof Fault)) throw cause;
  if (cause.code === 'graph.denied') return words.denied;
  if (cause.code === 'graph.rejected')
    return `${words.failed} ${String(cause.context['message'] ?? '')}`;
  return words.unreachable;
};

const config = configOrExit();
const options = { apply: process.argv.includes('--apply'), say: console.log };
try {
  await provision({ ...config, ...readProvisioner(config) }, options);
} catch (cause) {
  console.error(explain(cause));
  process.exitCode = 1;
}
