/** 되지 않은 일이 있을 때 읽는 말, 한국어. */
import type { ErrorTexts } from './en.ts'

/** The texts. */
export const errors: ErrorTexts = {
  pages: {
    'session-missing': {
      title: '이 브라우저에는 열려 있는 면접이 없습니다',
      text: '‘계속’을 누른 브라우저에서 링크를 여세요. 다른 기기에 있다면, 그 기기에서 ‘다른 기기 사용’을 눌러 여기로 옮길 수 있습니다.',
    },
    'nonce-invalid': {
      title: '이 양식은 너무 오래되었습니다',
      text: '내용은 받지 않았습니다. 페이지를 다시 열고 다시 해 주세요.',
    },
    'session-over': {
      title: '여기서는 끝났습니다',
      text: '면접 시간이 끝났거나 다른 기기가 이어받았습니다. 더 이상 읽지 않으며, 이 탭을 닫아도 됩니다.',
    },
    'illegal-transition': {
      title: '지금은 할 수 없습니다',
      text: '여기서는 이미 끝났거나 이미 완료되었습니다. 페이지를 다시 열면 현재 상태를 볼 수 있습니다.',
    },
    'code-unavailable': {
      title: '이 코드는 쓸 수 없습니다',
      text: '잘못 입력했거나, 이미 썼거나, 10분이 넘은 코드입니다. ‘다른 기기 사용’을 다시 눌러 새 코드를 받으세요.',
    },
    'too-many-requests': {
      title: '요청이 너무 많습니다',
      text: '1분 기다린 뒤 다시 시도하세요.',
    },
    'too-large': {
      title: '이 페이지가 받을 수 있는 양을 넘었습니다',
      text: '뒤로 돌아가 더 짧게 써 주세요.',
    },
    'bad-input': {
      title: '이 요청은 맞지 않습니다',
      text: '뒤로 돌아가 페이지를 다시 열고 다시 해 주세요.',
    },
    internal: {
      title: '저희 쪽에 문제가 생겼습니다',
      text: '하신 일은 잃어버리지 않았습니다. 다시 시도해 주세요.',
    },
    nothing: {
      title: '여기에는 아무것도 없습니다',
      text: '주소를 확인하세요. 받으신 링크 전체여야 합니다.',
    },
  },
  exercise: {
    'exercise-not-asked': '여기서는 두드리기 연습이 없습니다.',
    'exercise-over': '여기서는 면접 시간이 끝났습니다.',
    'exercise-done': '연습은 이미 마쳤습니다. 감사합니다.',
    'exercise-often':
      '충분히 여러 번 시도했습니다. 건너뛰거나 다른 방법을 요청해도 불이익이 없습니다.',
  },
  number: '이 문제의 번호: {id}',
}
