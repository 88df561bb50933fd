import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** The green of the gate; every shade that carries white text has at least 4.5 : 1. */
const gate: MantineColorsTuple = [
  '#eef6f6',
  '#dbeaea',
  '#b3d4d4',
  '#87bcbd',
  '#5fa3a5',
  '#438a8c',
  '#2f7375',
  '#235e60',
  '#1d4d4f',
  '#143a3c',
];

export const theme = createTheme({
  primaryColor: 'gate',
  primaryShade: { light: 8, dark: 6 },
  colors: { gate },
  // Chinese first: the Latin of a Chinese face is poor, so Latin faces come before it and hold no Chinese of their own.
  fontFamily:
    '-apple-system, "Segoe UI", "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif',
  lineHeights: { xs: '1.5', sm: '1.55', md: '1.65', lg: '1.65', xl: '1.7' },
  headings: { fontWeight: '600', sizes: { h1: { fontSize: '1.625rem', lineHeight: '1.35' } } },
  // Notes stand below their field, so that fields beside each other stand in line whether they have one or not.
  components: { InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } } },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
});

/** Secondary text that can still be read: Mantine's own grey has 3.3 : 1 on white. */
export const readable: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#4a5560',
    '--mantine-color-placeholder': '#626c76',
    '--mantine-color-error': '#b3261e',
  },
  dark: {
    '--mantine-color-dimmed': '#b4bcc4',
    '--mantine-color-placeholder': '#98a1aa',
    '--mantine-color-error': '#ff8f87',
  },
});
