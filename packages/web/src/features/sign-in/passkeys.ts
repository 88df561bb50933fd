import type { Action } from '@sallyport/core/contract';
import {
  passkeyOptions,
  passkeyRegistrationOptions,
  type passkeySignIn,
  registerPasskey,
} from '@sallyport/server/contracts/identity';
import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { useState } from 'react';
import type { z } from 'zod';
import { ask } from '../../app/api.ts';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';

/** An action that takes a passkey's answer. */
export type ByPasskey<Output extends z.ZodType = z.ZodType> = Action<typeof passkeySignIn.input, Output>;

type Options = Readonly<Record<string, unknown>>;

const isToMake = (options: Options): options is Options & PublicKeyCredentialCreationOptionsJSON =>
  typeof options['challenge'] === 'string' && typeof options['user'] === 'object';
const isToUse = (options: Options): options is Options & PublicKeyCredentialRequestOptionsJSON =>
  typeof options['challenge'] === 'string';

/** The device, or the person before it, did not go on. Why is told to no page: that would tell which passkeys there are. */
class PasskeyNotUsed extends Error {}

const orNotUsed = <T>(asked: Promise<T>): Promise<T> =>
  asked.catch(() => {
    throw new PasskeyNotUsed();
  });

/** A passkey belongs to a name, and an address of numbers is none. */
export const namedAddress = (): string | null => {
  const { hostname, protocol, port } = location;
  const numbers = hostname === '127.0.0.1' || hostname === '[::1]';
  return numbers ? `${protocol}//localhost${port === '' ? '' : `:${port}`}/` : null;
};

type Doing = { readonly busy: boolean; readonly error: Error | null; readonly notUsed: boolean };

function useDevice(run: () => Promise<void>): Doing & { readonly start: () => void } {
  const [doing, setDoing] = useState<Doing>({ busy: false, error: null, notUsed: false });
  const start = (): void => {
    setDoing({ busy: true, error: null, notUsed: false });
    run().then(
      () => setDoing({ busy: false, error: null, notUsed: false }),
      (error: unknown) => {
        const notUsed = error instanceof PasskeyNotUsed;
        setDoing({ busy: false, error: !notUsed && error instanceof Error ? error : null, notUsed });
      },
    );
  };
  return { ...doing, start };
}

/** Signs in, or proves who is there, with a passkey of this device. */
export function usePasskey<Output extends z.ZodType>(action: ByPasskey<Output>, onDone: () => void) {
  const { language } = useWords();
  const act = useAct(action);
  return useDevice(async () => {
    const { options } = await ask(passkeyOptions, {}, language);
    if (!isToUse(options)) throw new PasskeyNotUsed();
    const { id, rawId, type, response } = await orNotUsed(startAuthentication({ optionsJSON: options }));
    await act.mutateAsync({ response: { id, rawId, type, response, clientExtensionResults: {} } });
    onDone();
  });
}

/** Makes a passkey on this device and adds it to the own account. */
export function useNewPasskey(label: string, onDone: () => void) {
  const { language } = useWords();
  // What follows may show recovery codes once: whoever asked for the passkey says when to go on.
  const act = useAct(registerPasskey, false);
  return useDevice(async () => {
    const { options } = await ask(passkeyRegistrationOptions, {}, language);
    if (!isToMake(options)) throw new PasskeyNotUsed();
    const { id, rawId, type, response } = await orNotUsed(startRegistration({ optionsJSON: options }));
    // What a device says of extensions is not asked for, and not sent.
    await act.mutateAsync({ label, response: { id, rawId, type, response, clientExtensionResults: {} } });
    onDone();
  });
}
