import type { Template } from './contract.ts';

/** A form that the program comes with; its template may be the unit's own. */
export type Form = { readonly form: string; readonly kind: string; readonly standard: Template };

export const fields = (...names: string[]) => ({ part: 'fields' as const, fields: names });
export const rows = (of: string, ...names: string[]) => ({ part: 'rows' as const, of, fields: names });
/** What a leaver hands over, or who is to sign in. */
export const items = { part: 'items' as const };
const paragraph = (style: 'heading' | 'body' | 'note') => (zh: string, en: string) => ({
  part: 'paragraph' as const,
  style,
  text: { zh, en },
});
export const heading = paragraph('heading');
export const body = paragraph('body');
export const note = paragraph('note');
type Box = {
  readonly label: { readonly zh: string; readonly en: string };
  readonly sign: boolean;
  readonly seal: boolean;
};
export const boxes = (...all: Box[]) => ({ part: 'boxes' as const, boxes: all });
/** An opinion, signed; with the seal of whoever gives it where that is a body. */
export const opinion = (zh: string, en: string, seal = false): Box => ({ label: { zh, en }, sign: true, seal });
/** Room to write in. */
export const room = (zh: string, en: string): Box => ({ label: { zh, en }, sign: false, seal: false });
export const signatures = (...labels: (readonly [zh: string, en: string])[]) => ({
  part: 'signatures' as const,
  labels: labels.map(([zh, en]) => ({ zh, en })),
});
