/** Where the product's servers are. Several stand behind one address, as behind a balancer. */
export class Servers {
  #urls: readonly string[];
  #turn = 0;

  constructor(firstUrl: string) {
    this.#urls = [firstUrl];
  }

  /** Where a person's browser finds the tab. */
  get publicUrl(): string {
    return this.#urls[0] ?? '';
  }

  get urls(): readonly string[] {
    return this.#urls;
  }

  /** Until the tenant ends: at its next start the environment says where the server is. */
  set(urls: readonly string[]): void {
    this.#urls = urls;
  }

  /** All servers, beginning with the one whose turn it is. */
  inTurn(): readonly string[] {
    const start = this.#turn++ % Math.max(1, this.#urls.length);
    return [...this.#urls.slice(start), ...this.#urls.slice(0, start)];
  }
}
