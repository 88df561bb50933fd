/** What is used of the window of a package's page. */
export type PageWindow = {
  name: string;
  parent: unknown;
  readonly top: { postMessage(message: unknown, origin: string): void };
  addEventListener(
    type: 'message',
    heard: (event: { readonly source: { readonly parent: unknown } | null; readonly data: unknown }) => void,
  ): void;
} & Record<string, unknown>;

type Call = { readonly sallyportCall: string; readonly args: readonly unknown[] };

/**
 * Packages look for the interface in the window above theirs, and pages in frames call functions of the page around them. Here every page is alone:
 * its origin is none, and looking up is an error that ends its script. So each is given a window above that holds the interface and, within
 * a package, passes calls on without an answer. Sent to the browser as it stands, as `installRuntime` is.
 */
export function openFrame(window: PageWindow, object: string, api: unknown): void {
  const above = window.parent as { postMessage(message: unknown, origin: string): void };
  const isNested = window.parent !== window.top;
  const functionsOf =
    (name: string) =>
    (...args: readonly unknown[]) => {
      try {
        above.postMessage({ sallyportCall: name, args } satisfies Call, '*');
      } catch {
        // What cannot be sent from one page to another is not passed on.
      }
    };
  const shown: object = new Proxy(
    { [object]: api },
    {
      get(target: Record<string, unknown>, name: string | symbol, self: unknown): unknown {
        if (typeof name === 'symbol' || name === 'then') return undefined;
        if (Object.hasOwn(target, name)) return target[name];
        if (name === 'parent' || name === 'self' || name === 'window' || name === 'top') return self;
        const isInterface = name === 'API' || name === 'API_1484_11' || name === 'opener';
        return isNested && !isInterface ? functionsOf(name) : undefined;
      },
    },
  );
  window.addEventListener('message', ({ source, data }) => {
    const call = data as Partial<Call> | null;
    if (typeof call?.sallyportCall !== 'string' || source === null || source.parent !== window) return;
    const called = window[call.sallyportCall];
    if (typeof called === 'function') Reflect.apply(called, window, call.args ?? []);
  });
  window[object] = api;
  window.parent = shown;
}
