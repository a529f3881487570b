/** 未能成功时所读到的文字，简体中文。 */
import type { ErrorTexts } from './en.ts'

/** The texts. */
export const errors: ErrorTexts = {
  pages: {
    'session-missing': {
      title: '这个浏览器中没有打开的面试',
      text: '请在您按下“继续”的浏览器中打开您的链接。如果它在另一台设备上，可在那里用“使用另一台设备”转到这里。',
    },
    'nonce-invalid': {
      title: '此表单已过期',
      text: '其中的内容没有被接收。请重新打开页面再试。',
    },
    'session-over': {
      title: '这里已经结束',
      text: '您的面试时间已结束，或另一台设备已接手。不再读取任何内容，您可以关闭此标签页。',
    },
    'illegal-transition': {
      title: '现在无法这样做',
      text: '这里已经结束，或已经完成。请重新打开页面查看当前情况。',
    },
    'code-unavailable': {
      title: '此代码无法使用',
      text: '它输入有误、已被使用，或已超过十分钟。请再次按“使用另一台设备”获取新的代码。',
    },
    'too-many-requests': {
      title: '请求过多',
      text: '请等一分钟再试。',
    },
    'too-large': {
      title: '内容超出了此页面所能接收的大小',
      text: '请返回并减少内容。',
    },
    'bad-input': {
      title: '此请求不合适',
      text: '请返回，重新打开页面再试。',
    },
    internal: {
      title: '我们这边出了问题',
      text: '您所做的没有丢失。请再试一次。',
    },
    nothing: {
      title: '这里什么也没有',
      text: '请检查地址：它必须是您收到的完整链接。',
    },
  },
  exercise: {
    'exercise-not-asked': '这里没有要求做敲击练习。',
    'exercise-over': '您的面试时间在这里已结束。',
    'exercise-done': '练习已经完成。谢谢。',
    'exercise-often': '已经尝试了足够多次。跳过它，或要求其他方式，都不会对您不利。',
  },
  number: '此故障的编号：{id}',
}
