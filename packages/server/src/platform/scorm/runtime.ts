import type { Standard } from './manifest.ts';
import type { Item } from './model.ts';
import type { Dialect } from './standards.ts';

/** What the player keeps of a package: one of the four words, and where somebody was. */
export type Told = {
  readonly verb: 'attempted' | 'completed' | 'passed' | 'failed';
  readonly location: string;
  readonly suspendData: string;
  readonly ended: boolean;
  /** Whether the package asked for it to be kept, or goes on and may say more. */
  readonly asked: boolean;
};

export type Given = {
  readonly standard: Standard;
  /** Which run it is: what is carried from page to page must be of this one. */
  readonly run: string;
  readonly location: string;
  readonly suspendData: string;
  readonly resumes: boolean;
  readonly launchData: string;
  readonly mastery: number | null;
  readonly threshold: number | null;
};

type Window = {
  name: string;
  readonly tell: (told: Told) => void;
  readonly define: (name: string, value: unknown) => void;
};

/**
 * The interface that a package looks for, within the page of the package itself: its origin is none, so that it reaches no parent. This function is
 * sent to the browser as it stands here, and so uses nothing outside itself. It guards nothing: whatever a package says with it, it could also
 * say without it. What is kept is decided by the server.
 */
export function installRuntime(window: Window, dialect: Dialect, given: Given): void {
  const { model, codes, texts, places, calls, object } = dialect;
  const isOld = given.standard === '1.2';
  const marker = `sallyport ${given.run} `;
  let state: 'before' | 'running' | 'over' = 'before';
  let error = '0';
  let begunHere = false;
  const values: Record<string, string> = {};
  for (const name of Object.keys(model)) {
    const start = model[name]?.start;
    if (start !== undefined && !name.includes('.n.')) values[name] = start;
  }
  const place = (name: string, value: string | number | null): void => {
    if (value !== null && value !== '') values[name] = String(value);
  };
  place(places.location, given.location);
  place('cmi.suspend_data', given.suspendData);
  place(places.launch, given.launchData);
  place(places.entry, given.resumes ? 'resume' : 'ab-initio');
  place(isOld ? 'cmi.student_data.mastery_score' : 'cmi.scaled_passing_score', given.mastery);
  if (!isOld) place('cmi.completion_threshold', given.threshold);
  // A package of several pages loads this anew with each: what it said meanwhile goes along in the name of its window, which the next page keeps.
  if (window.name.startsWith(marker)) {
    const carried = JSON.parse(window.name.slice(marker.length)) as {
      values: Record<string, string>;
      running: boolean;
    };
    for (const name of Object.keys(carried.values)) values[name] = carried.values[name] ?? '';
    if (carried.running) state = 'running';
  }

  const fail = (code: string, answer: string): string => {
    error = code;
    return answer;
  };
  const done = (answer: string): string => fail('0', answer);
  const plain = (name: string): string => name.replace(/\.\d+(?=\.)/g, '.n');
  const keys = (): string[] => Object.keys(model);
  const isList = (name: string): boolean => keys().some((key) => key.startsWith(`${plain(name)}.n.`));
  const count = (list: string): number => {
    let most = 0;
    for (const name of Object.keys(values)) {
      const index = name.startsWith(`${list}.`) ? /^\d+/.exec(name.slice(list.length + 1))?.[0] : undefined;
      if (index !== undefined) most = Math.max(most, Number(index) + 1);
    }
    return most;
  };
  const childrenOf = (parent: string): string[] => {
    const found: string[] = [];
    for (const before of [`${plain(parent)}.`, `${plain(parent)}.n.`])
      for (const key of keys()) {
        const child = key.startsWith(before) ? (key.slice(before.length).split('.')[0] ?? '') : '';
        if (child !== '' && child !== 'n' && !child.startsWith('_') && !found.includes(child)) found.push(child);
      }
    return found;
  };
  /** Whether every number in a name is of an element that is there, or of the next one. */
  const inOrder = (name: string): boolean => {
    const parts = name.split('.');
    return parts.every((part, at) => !/^\d+$/.test(part) || Number(part) <= count(parts.slice(0, at).join('.')));
  };
  const fits = (item: Item, value: string): string | null => {
    if (item.is !== undefined && !new RegExp(item.is).test(value)) return codes.type;
    if (item.long !== undefined && value.length > item.long) return codes.type;
    if (value !== '' && item.least !== undefined && Number(value) < item.least) return codes.range;
    if (value !== '' && item.most !== undefined && Number(value) > item.most) return codes.range;
    return null;
  };

  const success = (): string => {
    const score = Number(values['cmi.score.scaled']);
    if (given.mastery !== null && values['cmi.score.scaled'] !== undefined)
      return score >= given.mastery ? 'passed' : 'failed';
    return values['cmi.success_status'] ?? 'unknown';
  };
  const completion = (): string => {
    const progress = values['cmi.progress_measure'];
    if (given.threshold !== null && progress !== undefined)
      return Number(progress) >= given.threshold ? 'completed' : 'incomplete';
    return values['cmi.completion_status'] ?? 'unknown';
  };
  const verbNow = (ended: boolean): Told['verb'] => {
    if (!isOld) {
      const word = success();
      if (word === 'passed' || word === 'failed') return word;
      return completion() === 'completed' ? 'completed' : 'attempted';
    }
    const raw = values['cmi.core.score.raw'] ?? '';
    if (ended && given.mastery !== null && raw !== '') return Number(raw) >= given.mastery ? 'passed' : 'failed';
    const word = values['cmi.core.lesson_status'];
    return word === 'passed' || word === 'failed' || word === 'completed' ? word : 'attempted';
  };
  const carry = (): void => {
    window.name = marker + JSON.stringify({ values, running: state === 'running' });
  };
  const tell = (asked: boolean, finished = false): void => {
    const exit = values[places.exit] ?? '';
    const navigation = values['adl.nav.request'] ?? '';
    const leaves = exit === 'suspend' || navigation === 'suspendAll';
    window.tell({
      verb: verbNow(finished),
      location: values[places.location] ?? '',
      suspendData: values['cmi.suspend_data'] ?? '',
      ended: finished && !leaves,
      asked,
    });
  };
  const guarded = (early: string, late: string): string | null =>
    state === 'before' ? early : state === 'over' ? late : null;

  const initialize = (argument: string): string => {
    if (argument !== '') return fail(codes.argument, 'false');
    // Another page of the same package begins with it again, and goes on.
    if (state === 'running' && window.name.startsWith(marker) && !begunHere) {
      begunHere = true;
      return done('true');
    }
    if (state === 'running') return fail(codes.begun, 'false');
    if (state === 'over') return fail(codes.over, 'false');
    state = 'running';
    begunHere = true;
    carry();
    tell(false);
    return done('true');
  };
  const terminate = (argument: string): string => {
    if (argument !== '') return fail(codes.argument, 'false');
    const wrong = guarded(codes.endEarly, codes.endAgain);
    if (wrong !== null) return fail(wrong, 'false');
    state = 'over';
    carry();
    tell(true, true);
    return done('true');
  };
  const getValue = (name: string): string => {
    const wrong = guarded(codes.getEarly, codes.getLate);
    if (wrong !== null) return fail(wrong, '');
    const parent = name.slice(0, Math.max(name.lastIndexOf('.'), 0));
    if (name.endsWith('._children')) {
      const children = childrenOf(parent);
      if (children.length > 0) return done(children.join(','));
      return fail(model[plain(parent)] === undefined ? codes.unknown : codes.noChildren, '');
    }
    if (name.endsWith('._count')) {
      if (isList(parent)) return done(String(count(parent)));
      return fail(
        model[plain(parent)] === undefined && childrenOf(parent).length === 0 ? codes.unknown : codes.notList,
        '',
      );
    }
    const item = model[plain(name)];
    if (item === undefined) return fail(codes.unknown, '');
    if (item.may === 'wo') return fail(codes.writeOnly, '');
    if (name === 'cmi.success_status') return done(success());
    if (name === 'cmi.completion_status') return done(completion());
    const value = values[name] ?? (plain(name) !== name && inOrder(name) ? item.start : undefined);
    return value === undefined ? fail(codes.unset, '') : done(value);
  };
  const setValue = (name: string, set: unknown): string => {
    const wrong = guarded(codes.setEarly, codes.setLate);
    if (wrong !== null) return fail(wrong, 'false');
    const value = String(set);
    if (/\._(children|count|version)$/.test(name)) return fail(codes.keyword, 'false');
    const item = model[plain(name)];
    if (item === undefined) return fail(codes.unknown, 'false');
    if (item.may === 'ro') return fail(codes.readOnly, 'false');
    const unfit = fits(item, value);
    if (unfit !== null) return fail(unfit, 'false');
    if (!inOrder(name)) return fail(codes.outOfOrder, 'false');
    // "Not attempted" is what the player says before anybody came.
    if (isOld && name === 'cmi.core.lesson_status' && value === 'not attempted') return fail(codes.type, 'false');
    values[name] = value;
    carry();
    // Whoever closes the page closes it for the package too, which then has no time to say where it was.
    tell(false);
    return done('true');
  };
  const commit = (argument: string): string => {
    if (argument !== '') return fail(codes.argument, 'false');
    const wrong = guarded(codes.commitEarly, codes.commitLate);
    if (wrong !== null) return fail(wrong, 'false');
    tell(true);
    return done('true');
  };
  const errorString = (code: unknown): string => texts[String(code)] ?? '';
  const diagnostic = (code: unknown): string => texts[String(code) === '' ? error : String(code)] ?? '';

  // Left out and null are what careless packages send for an empty text.
  const emptyOr = (argument: unknown): string =>
    typeof argument === 'string' ? argument : argument === undefined || argument === null ? '' : 'not empty';
  const functions: readonly unknown[] = [
    (argument: unknown) => initialize(emptyOr(argument)),
    (argument: unknown) => terminate(emptyOr(argument)),
    (name: unknown) => getValue(String(name)),
    (name: unknown, value: unknown) => setValue(String(name), value),
    (argument: unknown) => commit(emptyOr(argument)),
    () => error,
    errorString,
    diagnostic,
  ];
  window.define(object, Object.fromEntries(calls.map((call, at) => [call, functions[at]])));
}
