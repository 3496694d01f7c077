type Json = Readonly<Record<string, unknown>>;

export type Account = { readonly id: string; readonly upn: string; readonly name: string };

/** What Teams shows after a press. */
export type Pressed = {
  readonly status?: number;
  readonly ms: number;
  readonly failure?: string;
  readonly shown: 'card' | 'message' | 'error' | 'nothing';
  readonly card?: Json;
  readonly text?: string;
  readonly deliveries: readonly {
    readonly status?: number;
    readonly body?: unknown;
    readonly ms: number;
  }[];
};

export type Press = {
  readonly user: string;
  readonly activityId: string;
  readonly verb: string;
  readonly data: Json;
  readonly repeat?: number;
  readonly exact?: boolean;
};

export type Seen = {
  readonly conversations: readonly {
    readonly id: string;
    readonly kind: string;
    readonly activities: readonly { readonly id: string; readonly card?: Json }[];
  }[];
};

/** What tests may ask of the local tenant beside Graph. */
export class TenantSide {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async get(path: string): Promise<unknown> {
    const answer = await fetch(`${this.#url}/local/${path}`);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  async post(path: string, body: unknown): Promise<unknown> {
    const answer = await fetch(`${this.#url}/local/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  async endTrouble(): Promise<void> {
    await fetch(`${this.#url}/local/faults`, { method: 'DELETE' });
  }

  async trouble(script: unknown): Promise<void> {
    await this.post('faults', script);
  }

  /** How the scripts in force went: calls met, calls struck, calls before their time. */
  async troubles(): Promise<readonly { seen: number; hits: number; early: number }[]> {
    const { scripts } = (await this.get('faults')) as { scripts: never };
    return scripts;
  }

  async press(press: Press): Promise<Pressed> {
    return (await this.post('press', press)) as Pressed;
  }

  async chatsOf(user: string, refresh = false): Promise<Seen> {
    return (await this.get(`chats?user=${user}&refresh=${refresh}`)) as Seen;
  }

  async tokenOf(user: string): Promise<string> {
    return ((await this.get(`token?user=${user}`)) as { token: string }).token;
  }
}
