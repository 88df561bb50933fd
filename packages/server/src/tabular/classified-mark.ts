import { ExplainedError } from '../platform/words/explained-error.ts';

/** A file carries a classification mark: reading ends, and nothing of what was read is kept. */
export class ClassifiedMark extends ExplainedError {
  readonly file: string;
  readonly row: number | null;

  /** Says where and whom to call, and nothing of what stood there. */
  constructor(file: string, row: number | null) {
    const place = row === null ? file : `${file}:${row}`;
    super('import.classified-mark', {
      zh: `未读入：${place} 处有国家秘密标志。涉密内容不得录入本程序，程序没有留存任何内容。请不要再转发或者复制该文件，立即联系本单位保密工作机构；可能已经泄露的，按规定在24小时内报告保密行政管理部门。`,
      en: `Nothing was read: ${place} carries a classification mark. Classified content does not go into this program, and nothing of it was kept. Do not forward or copy the file; call your secrecy body or security officer now. A possible leak is to be reported to the secrecy authority within 24 hours.`,
    });
    this.name = 'ClassifiedMark';
    this.file = file;
    this.row = row;
  }
}

/** The name of a file that carries a mark itself is not repeated. */
export const nameless = (name: string): string => name.replace(/.*(\.[a-z]+)$/i, '*$1');
