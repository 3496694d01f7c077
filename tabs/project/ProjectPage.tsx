export const ProjectPage = ({ id }: { id: string; section: string }) => <main>{id}</main>;
