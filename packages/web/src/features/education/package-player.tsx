import { useEffect, useRef } from 'react';
import { readTold, type Told } from './package-told.ts';
import './package-player.css';

type Props = {
  /** Of which run it may speak. */
  readonly run: string;
  readonly path: string;
  readonly title: string;
  readonly onTold: (told: Told) => void;
};

/** Frames within frames of a package; deeper ones are not heard. */
const deepest = 4;

/** Whether a message comes from the frame or from one within it: a window may be asked for the one above it, whatever its origin. */
function isWithin(source: MessageEventSource | null, frame: Window | null | undefined): boolean {
  let window = source as Window | null;
  for (let depth = 0; depth < deepest && window !== null && window !== window.parent; depth += 1) {
    if (window === frame) return true;
    window = window.parent;
  }
  return false;
}

/**
 * A package in its box: scripts and nothing else, so that its origin is none. It reaches neither this page nor the session; all it can do is say
 * how it goes, which is read as anything else that comes from outside.
 */
export function PackagePlayer({ run, path, title, onTold }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const hear = ({ source, data }: MessageEvent<unknown>): void => {
      const told = readTold(data, run);
      if (told !== null && isWithin(source, frame.current?.contentWindow)) onTold(told);
    };
    globalThis.addEventListener('message', hear);
    return () => globalThis.removeEventListener('message', hear);
  }, [run, onTold]);
  return (
    <iframe
      ref={frame}
      className="package-player"
      title={title}
      src={path}
      sandbox="allow-scripts"
      referrerPolicy="no-referrer"
    />
  );
}
