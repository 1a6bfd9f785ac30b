/** What the pages use of Preact's hooks, and no more. */

import type { Context, Ref } from "./preact.module.js";

export type Update<T> = (next: T | ((now: T) => T)) => void;
type Cleanup = () => void;
type Inputs = readonly unknown[];

export function useState<T>(initial: T | (() => T)): [T, Update<T>];
export function useReducer<S, A>(step: (now: S, act: A) => S, initial: S): [S, (act: A) => void];
export function useEffect(effect: () => void | Cleanup, inputs?: Inputs): void;
export function useLayoutEffect(effect: () => void | Cleanup, inputs?: Inputs): void;
export function useRef<T>(initial: T): Ref<T>;
export function useMemo<T>(make: () => T, inputs?: Inputs): T;
export function useCallback<F>(call: F, inputs?: Inputs): F;
export function useContext<T>(context: Context<T>): T;
export function useId(): string;
