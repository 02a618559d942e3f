import { vi } from 'vitest';

/** One thing a context was told: a call with its arguments, or a property that was set. */
export type Told = readonly [name: string, ...values: readonly unknown[]];

/** Path data by the fake path made of it. */
export class FakePath {
  readonly told: Told[] = [];
  readonly d: string | undefined;

  constructor(d?: string) {
    this.d = d;
  }

  rect(...box: readonly number[]): void {
    this.told.push(['rect', ...box]);
  }

  roundRect(...box: readonly number[]): void {
    this.told.push(['roundRect', ...box]);
  }

  arc(...circle: readonly number[]): void {
    this.told.push(['arc', ...circle]);
  }
}

/** A 2D context that writes down what it is told and draws nothing. */
export interface FakeContext extends CanvasRenderingContext2D {
  readonly told: Told[];
}

/** Makes a context that keeps the order of everything it was told. Text is as wide as it has characters. */
export function fakeContext(canvas?: HTMLCanvasElement): FakeContext {
  const told: Told[] = [];
  const set = new Map<string | symbol, unknown>([
    ['told', told],
    ['canvas', canvas],
  ]);
  const context = new Proxy(
    {},
    {
      get: (_, name) => {
        if (set.has(name)) return set.get(name);
        if (name === 'measureText') return (text: string) => ({ width: text.length * 100 });
        // Konva looks whether the browser blurs what it reads back.
        if (name === 'getImageData') return () => ({ data: new Uint8ClampedArray(4) });
        return (...values: readonly unknown[]) => {
          told.push([String(name), ...values]);
        };
      },
      set: (_, name, value) => {
        set.set(name, value);
        told.push([`${String(name)} =`, value]);
        return true;
      },
    },
  );
  return context as FakeContext;
}

/** Gives every canvas of this page a fake context, which `contexts` lists, and the page a fake Path2D. */
export function installFakeCanvas(): { readonly contexts: FakeContext[] } {
  const contexts: FakeContext[] = [];
  const byCanvas = new WeakMap<HTMLCanvasElement, FakeContext>();
  vi.stubGlobal('Path2D', FakePath);
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (this: HTMLCanvasElement) {
    let context = byCanvas.get(this);
    if (context === undefined) {
      context = fakeContext(this);
      byCanvas.set(this, context);
      contexts.push(context);
    }
    return context;
  } as never);
  return { contexts };
}
