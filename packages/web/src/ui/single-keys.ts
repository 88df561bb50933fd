const kept = 'sallyport-single-keys';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Keys without a modifier can be turned off: speech input types them by accident (WCAG 2.1.4). */
export const singleKeysOn = (): boolean => localStorage.getItem(kept) !== 'off';

export const turnSingleKeys = (on: boolean): void => localStorage.setItem(kept, on ? 'on' : 'off');

/** Whether the press of a key is a shortcut by itself, and no text. */
export const isSingleKey = (event: KeyboardEvent): boolean =>
  !isTyping(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey && singleKeysOn();
