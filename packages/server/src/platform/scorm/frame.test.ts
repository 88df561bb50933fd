import { expect, test } from 'vitest';
import { openFrame, type PageWindow } from './frame.ts';

type Heard = Parameters<Parameters<PageWindow['addEventListener']>[1]>[0];
const api = { LMSInitialize: () => 'true' };

/** A window as far as it is used, with what it was sent. */
function page(above: { readonly top: PageWindow['top']; readonly parent: unknown }) {
  const heard: ((event: Heard) => void)[] = [];
  const sent: unknown[] = [];
  const window = {
    name: '',
    ...above,
    addEventListener: (_type: 'message', hear: (event: Heard) => void) => void heard.push(hear),
    postMessage: (message: unknown) => void sent.push(message),
  } as PageWindow & { readonly postMessage: (message: unknown) => void };
  return { window, sent, hear: (event: Heard) => heard.forEach((each) => each(event)) };
}
const console = { postMessage: () => undefined };
const aboveOf = ({ parent }: PageWindow) => parent as Record<string, unknown> & { readonly parent: unknown };

test('a page finds the interface in its own window and in the one above, and looking further ends there', () => {
  const { window } = page({ top: console, parent: console });
  openFrame(window, 'API', api);
  expect(window['API']).toBe(api);
  const above = aboveOf(window);
  expect(above['API']).toBe(api);
  expect(above.parent).toBe(above);
  expect([above['API_1484_11'], above['opener'], above['document']]).toEqual([undefined, undefined, undefined]);
});

test('a page in a frame has calls of the page around it passed on, and gets no answer', () => {
  const outer = page({ top: console, parent: console });
  const inner = page({ top: console, parent: outer.window });
  const recorded: unknown[] = [];
  outer.window['record'] = (score: unknown) => void recorded.push(score);
  openFrame(outer.window, 'API', api);
  openFrame(inner.window, 'API', api);
  const above = aboveOf(inner.window);
  expect(above['API']).toBe(api);
  expect((above['record'] as (score: number) => unknown)(80)).toBe(undefined);
  const [data] = outer.sent;
  // Only a frame of this very page is listened to.
  outer.hear({ source: { parent: console }, data });
  outer.hear({ source: null, data });
  expect(recorded).toEqual([]);
  outer.hear({ source: { parent: outer.window }, data });
  outer.hear({ source: { parent: outer.window }, data: { sallyportCall: 'nothing', args: [] } });
  outer.hear({ source: { parent: outer.window }, data: null });
  expect(recorded).toEqual([80]);
});
