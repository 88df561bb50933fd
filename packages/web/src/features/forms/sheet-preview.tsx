import { type Kind, vocabulary } from '@sallyport/core/facts';
import { fieldAt, type Template, type TemplatePart } from '@sallyport/server/contracts/forms';
import type { Language } from '../../app/language.ts';
import { useWords } from '../../app/language-context.tsx';
import { kindOfPart } from './draft.ts';
import './sheet.css';

type Props = { readonly template: Template; readonly kind: Kind; readonly language: Language };

/** The empty form as it stands in the editor, before it is saved. What is printed is set by the program itself. */
export function SheetPreview({ template, kind, language }: Props) {
  const { t } = useWords();
  return (
    <div className="sheet-scroll" tabIndex={0} role="group" aria-label={t('forms.preview')}>
      <div className="sheet">
        <p className="sheet-unit">{t('forms.unit')}</p>
        <p className="sheet-title">{template.title[language]}</p>
        {template.parts.map((part, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a part is known by its place alone
          <Part key={`${at} ${part.part}`} part={part} kind={kind} language={language} />
        ))}
      </div>
    </div>
  );
}

function Part({ part, kind, language }: { readonly part: TemplatePart } & Omit<Props, 'template'>) {
  const { t } = useWords();
  const target = kindOfPart(kind, part);
  const label = (path: string): string =>
    (target === undefined ? null : fieldAt(vocabulary, target, path))?.label[language] ?? path;
  switch (part.part) {
    case 'fields':
      return (
        <div className="sheet-pairs">
          {part.fields.map((path) => (
            <div key={path}>
              <span>{label(path)}</span>
              <span />
            </div>
          ))}
        </div>
      );
    case 'rows':
      return (
        <div className="sheet-row">
          {part.fields.map((path) => (
            <span key={path}>{label(path)}</span>
          ))}
        </div>
      );
    case 'items':
      return (
        <div className="sheet-row">
          {t('forms.itemHeads')
            .split(' ')
            .map((head) => (
              <span key={head}>{head}</span>
            ))}
        </div>
      );
    case 'paragraph':
      return <p className={`sheet-${part.style}`}>{part.text[language]}</p>;
    case 'boxes':
      return (
        <div className="sheet-boxes">
          {part.boxes.map((box, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- a box is known by its place alone
            <div key={at}>
              <span>{box.label[language]}</span>
              <span>
                {box.sign ? t('forms.sign') : ''} {box.seal ? t('forms.seal') : ''}
              </span>
            </div>
          ))}
        </div>
      );
    case 'signatures':
      return (
        <div className="sheet-signatures">
          {part.labels.map((one, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- a line is known by its place alone
            <span key={at}>{one[language]}</span>
          ))}
        </div>
      );
  }
}
