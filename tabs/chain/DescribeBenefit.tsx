import type { ProjectReply } from '#shared/contract/api.ts';
import { at } from '#shared/contract/at.ts';
import { benefitIdOf } from '#shared/domain/benefits/benefit.ts';
import { BenefitForm } from '../benefits/BenefitForm.tsx';
import { ProjectContext } from '../project/editing.tsx';
import { useProjectOnPage } from '../project/useProjectOnPage.ts';
import type { Live } from '../remote/live.ts';
import { useLive } from '../remote/RemoteContext.tsx';
import type { ShownLink } from './onChain.tsx';
import { useFirstField } from './useFirstField.ts';

type DescribeProps = { readonly shown: ShownLink; readonly onDone: () => void };

const Loaded = ({
  reply,
  live,
  shown,
  onDone,
}: DescribeProps & { readonly reply: ProjectReply; readonly live: Live<ProjectReply> }) => {
  const { link, benefit } = shown;
  const whole = useFirstField<HTMLDivElement>('input');
  return (
    <ProjectContext value={useProjectOnPage(reply, live)}>
      <div ref={whole}>
        <BenefitForm
          row={benefit}
          begun={{
            id: benefitIdOf(reply.project.id, link.id),
            title: shown.shown.text,
            isWorse: link.isWorse,
          }}
          onDone={onDone}
        />
      </div>
    </ProjectContext>
  );
};

/**
 * The form that the project's own page has: a benefit of the chain is one of the project's, under
 * the same id, so that there is nothing to keep alike.
 */
export const DescribeBenefit = (props: DescribeProps & { readonly projectId: string }) => {
  const { state, live } = useLive(at('GET /api/projects/:id', { id: props.projectId }));
  return state.type === 'ready' ? <Loaded {...props} reply={state.value} live={live} /> : null;
};
