/** Ways to read what the server sends (`protocol.d.ts`, made from its types). No shape of its own. */

/** All fields that any of several types has; where one lacks a field, it is missing. */
export type AnyOf<Types> = {
  readonly [Name in Types extends unknown ? keyof Types : never]?: Types extends unknown ? (Name extends keyof Types ? Types[Name] : never) : never;
};

/** What may be left out of a body that is sent stands in every answer. */
export type Whole<Type> = Type extends readonly (infer Item)[]
  ? readonly Whole<Item>[]
  : Type extends object
    ? { readonly [Name in keyof Type]-?: Whole<Exclude<Type[Name], undefined>> }
    : Type;
