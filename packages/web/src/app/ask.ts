import type { Action, Query } from '@sallyport/core/contract';
import { signInWays } from '@sallyport/server/contracts/identity';
import { aboutOrganisation } from '@sallyport/server/contracts/organisation';
import {
  keepPreviousData,
  MutationCache,
  QueryCache,
  QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useRef } from 'react';
import type { z } from 'zod';
import { act, ask, ProblemError } from './api.ts';
import { useWords } from './language-context.tsx';
import { useStepUp } from './step-up-context.ts';

/** What was refused will be refused again; only a broken line or a program that starts again is worth a second try. */
const worthAgain = (failures: number, error: Error): boolean =>
  error instanceof ProblemError && (error.problem.status === 0 || error.problem.status === 503) && failures < 2;

export function makeQueryClient(): QueryClient {
  // A session that ended meanwhile, here or from another device: the page to sign in again takes the place of the refusal.
  const onError = (error: Error): void => {
    if (error instanceof ProblemError && error.problem.code === 'request.sign-in-first')
      void client.invalidateQueries({ queryKey: [signInWays.name] });
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: { queries: { retry: worthAgain, staleTime: 10_000 } },
  });
  return client;
}

/** After signing out: nothing of what was shown stays, and nothing of it is asked for again, which would only be refused. */
export function forgetSession(client: QueryClient): void {
  client.setQueriesData<z.output<typeof signInWays.output>>({ queryKey: [signInWays.name] }, (ways) =>
    ways === undefined ? ways : { ...ways, signedIn: false },
  );
  const kept: readonly unknown[] = [signInWays.name, aboutOrganisation.name];
  client.removeQueries({ predicate: ({ queryKey: [name] }) => !kept.includes(name) });
}

export function useAsk<Input extends z.ZodType, Output extends z.ZodType>(
  query: Query<Input, Output>,
  input: z.input<Input>,
  options: { readonly enabled?: boolean; readonly staleTime?: number; readonly refetchOnWindowFocus?: boolean } = {},
) {
  const { language } = useWords();
  return useQuery({
    queryKey: [query.name, input],
    queryFn: () => ask(query, input, language),
    placeholderData: keepPreviousData,
    ...options,
  });
}

/** A list that goes on behind a cursor. */
export const useAskPages = <
  Input extends z.ZodType,
  Item,
  Output extends z.ZodType<{ items: Item[]; next: string | null }>,
>(
  query: Query<Input, Output>,
  input: z.input<Input>,
  enabled = true,
) => useAskGroups(query, input, enabled);

/** The same where what it lists has a name of its own. */
export function useAskGroups<Input extends z.ZodType, Output extends z.ZodType<{ next: string | null }>>(
  query: Query<Input, Output>,
  input: z.input<Input>,
  enabled = true,
) {
  const { language } = useWords();
  return useInfiniteQuery({
    queryKey: [query.name, 'pages', input],
    queryFn: ({ pageParam }) =>
      ask(
        query,
        { ...(input as object), ...(pageParam === '' ? {} : { cursor: pageParam }) } as z.input<Input>,
        language,
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    enabled,
  });
}

/**
 * Runs an action. A repeated click or a request that got lost keeps its key, so that it is done once; where the program wants a fresh
 * proof of who is there, it is asked for and the action goes on. Whatever was done, every list is asked again.
 */
export function useAct<Input extends z.ZodType, Output extends z.ZodType>(
  action: Action<Input, Output>,
  /** No where the page shows a secret once and must not be taken away by what follows. */
  thenAskAgain = true,
) {
  const { language } = useWords();
  const prove = useStepUp();
  const client = useQueryClient();
  const sent = useRef<{ text: string; key: string } | null>(null);

  return useMutation({
    mutationFn: async (input: z.input<Input>): Promise<z.output<Output>> => {
      const text = JSON.stringify(input);
      if (sent.current?.text !== text) sent.current = { text, key: crypto.randomUUID() };
      const { key } = sent.current;
      try {
        return await act(action, input, language, key);
      } catch (error) {
        if (!(error instanceof ProblemError) || error.problem.code !== 'request.step-up-first') throw error;
        if (!(await prove())) throw error;
        return act(action, input, language, key);
      }
    },
    onSuccess: () => {
      sent.current = null;
      if (thenAskAgain) void client.invalidateQueries();
    },
  });
}
