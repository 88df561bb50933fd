import type { parser } from 'lezer-feel';

/** A node of the parser's tree. */
export type SyntaxNode = ReturnType<typeof parser.parse>['topNode'];

export function children(node: SyntaxNode): SyntaxNode[] {
  const result: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'LineComment' && child.name !== 'BlockComment') result.push(child);
  }
  return result;
}

export const find = (node: SyntaxNode, name: string): SyntaxNode | undefined =>
  children(node).find((child) => child.name === name);

export const argumentsOf = (node: SyntaxNode): SyntaxNode[] => {
  const parameters = find(node, 'PositionalParameters');
  return parameters ? children(parameters).filter((part) => part.name !== ',') : [];
};
