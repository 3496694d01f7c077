import { Agent, request } from 'node:http';

export type Load = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly amount: number;
  readonly connections: number;
  /** Any other status fails the bench: a fast refusal is no answer. */
  readonly status: number;
  /** What is posted, another each time; nothing when the call only asks. */
  readonly body?: () => string;
};

const ask = (load: Load, agent: Agent): Promise<void> =>
  new Promise((resolve, reject) => {
    const { url, headers, body } = load;
    request(url, { agent, headers, method: body ? 'POST' : 'GET' }, (response) => {
      response.on('error', reject);
      response.on('end', () =>
        response.statusCode === load.status
          ? resolve()
          : reject(new Error(`${load.url}: ${response.statusCode}`)),
      );
      response.resume();
    })
      .on('error', reject)
      .end(body?.());
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
