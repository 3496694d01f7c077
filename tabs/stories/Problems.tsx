import { usePageStyles } from './pageStyles.ts';

/** Why something was not stored, where the eye is after a press. */
export const Problems = ({ problems }: { readonly problems: readonly string[] }) => {
  const page = usePageStyles();
  if (problems.length === 0) return null;
  return (
    <div className={page.danger} role="alert">
      {problems.map((problem) => (
        <div key={problem}>{problem}</div>
      ))}
    </div>
  );
};
