import { CliFailure } from '../failure.ts';

/** Says where and whom to call, and nothing of what stood there. */
export const classifiedFound = (file: string, row: number | null): CliFailure =>
  new CliFailure(
    {
      zh: '未读入：{file}{row} 处有国家秘密标志。涉密内容不得录入本程序，程序没有留存任何内容。请不要再转发或者复制该文件，立即联系本单位保密工作机构；可能已经泄露的，按规定在24小时内报告保密行政管理部门。',
      en: 'Nothing was read: {file}{row} carries a classification mark. Classified content does not go into this program, and nothing of it was kept. Do not forward or copy the file; call your secrecy body or security officer now. A possible leak is to be reported to the secrecy authority within 24 hours.',
    },
    { file, row: row === null ? '' : `:${row}` },
  );
