export const MoneyPage = ({ query }: { readonly query: string }) => <main>{query}</main>;
