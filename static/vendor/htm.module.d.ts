/** htm binds a template tag to a function that makes elements. */

declare const htm: {
  bind<Node>(
    make: (type: unknown, props: object | null, ...children: never[]) => Node,
  ): (strings: TemplateStringsArray, ...values: unknown[]) => Node;
};
export default htm;
