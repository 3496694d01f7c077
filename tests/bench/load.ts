import { Agent, get } from 'node:http';

export type Load = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly amount: number;
  readonly connections: number;
  /** Any other status fails the bench: a fast refusal is no answer. */
  readonly status: number;
};

const ask = (load: Load, agent: Agent): Promise<void> =>
  new Promise((resolve, reject) => {
    get(load.url, { agent, headers: load.headers }, (response) => {
      response.on('error', reject);
      response.on('end', () =>
        response.statusCode === load.status
          ? resolve()
          : reject(new Error(`${load.url}: ${response.statusCode}`)),
      );
      response.resume();
    }).on('error', reject);
  });

/** The same request again and again over a few connections that stay open. */
export const runLoad = async (load: Load): Promise<void> => {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections });
  let left = load.amount;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await ask(load, agent);
    }
  };
  await Promise.all(Array.from({ length: load.connections }, worker));
  agent.destroy();
};
