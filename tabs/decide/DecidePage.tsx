export const DecidePage = ({ requestId }: { requestId: string | null }) => <main>{requestId}</main>;
