/** A number that only grows, or a gauge that is asked when somebody looks. */
type Metric = {
  readonly help: string;
  readonly type: 'counter' | 'gauge';
  readonly values: () => ReadonlyMap<string, number>;
};

export class Counter {
  readonly #values = new Map<string, number>();

  add(label = '', by = 1): void {
    this.#values.set(label, (this.#values.get(label) ?? 0) + by);
  }

  values(): ReadonlyMap<string, number> {
    return this.#values;
  }
}

/** What the server counts, written as Prometheus reads it. */
export class Metrics {
  readonly #metrics = new Map<string, Metric>();

  counter(name: string, help: string): Counter {
    const counter = new Counter();
    this.#metrics.set(name, { help, type: 'counter', values: () => counter.values() });
    return counter;
  }

  watch(name: string, type: 'counter' | 'gauge', help: string, read: () => number): void {
    this.#metrics.set(name, { help, type, values: () => new Map([['', read()]]) });
  }

  text(): string {
    const lines: string[] = [];
    for (const [name, metric] of this.#metrics) {
      lines.push(`# HELP ${name} ${metric.help}`, `# TYPE ${name} ${metric.type}`);
      for (const [label, value] of metric.values())
        lines.push(`${name}${label === '' ? '' : `{${label}}`} ${value}`);
    }
    return `${lines.join('\n')}\n`;
  }
}
