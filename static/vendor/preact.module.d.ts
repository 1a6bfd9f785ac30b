/** What the pages use of Preact, and no more. */

export type Child = VNode | string | number | bigint | boolean | null | undefined | Child[];

export interface VNode {
  readonly type: unknown;
  readonly props: { readonly children?: Child };
  readonly key: unknown;
}

export interface Ref<T> {
  current: T;
}

export type FunctionComponent<P> = (props: P) => Child;

export interface Context<T> {
  readonly Provider: FunctionComponent<{ value: T; children?: Child }>;
  readonly __c: string;
}

/** Left open in `type` and `props`: htm hands over whatever stands in the template. */
export function h(type: unknown, props: object | null, ...children: Child[]): VNode;
export function render(tree: Child, parent: Element): void;
export function createContext<T>(initial: T): Context<T>;
export const Fragment: FunctionComponent<{ children?: Child }>;
