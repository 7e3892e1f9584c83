import alignLeft from 'bootstrap-icons/svg/align-start.svg';
import alignCenter from 'bootstrap-icons/svg/align-center.svg';
import alignRight from 'bootstrap-icons/svg/align-end.svg';
import alignTop from 'bootstrap-icons/svg/align-top.svg';
import alignMiddle from 'bootstrap-icons/svg/align-middle.svg';
import alignBottom from 'bootstrap-icons/svg/align-bottom.svg';
import alignHorizontally from 'bootstrap-icons/svg/distribute-horizontal.svg';
import alignVertically from 'bootstrap-icons/svg/distribute-vertical.svg';
import archive from 'bootstrap-icons/svg/archive.svg';
import arrowClockwise from 'bootstrap-icons/svg/arrow-clockwise.svg';
import arrowCounterclockwise from 'bootstrap-icons/svg/arrow-counterclockwise.svg';
import arrowDown from 'bootstrap-icons/svg/arrow-down.svg';
import arrowLeft from 'bootstrap-icons/svg/arrow-left.svg';
import arrowUp from 'bootstrap-icons/svg/arrow-up.svg';
import check from 'bootstrap-icons/svg/check2.svg';
import circleHalf from 'bootstrap-icons/svg/circle-half.svg';
import command from 'bootstrap-icons/svg/command.svg';
import copy from 'bootstrap-icons/svg/files.svg';
import clock from 'bootstrap-icons/svg/clock-history.svg';
import cloudSlash from 'bootstrap-icons/svg/cloud-slash.svg';
import code from 'bootstrap-icons/svg/code-slash.svg';
import download from 'bootstrap-icons/svg/download.svg';
import envelope from 'bootstrap-icons/svg/envelope.svg';
import exclamation from 'bootstrap-icons/svg/exclamation-triangle.svg';
import eye from 'bootstrap-icons/svg/eye.svg';
import eyeSlash from 'bootstrap-icons/svg/eye-slash.svg';
import arrange from 'bootstrap-icons/svg/diagram-3.svg';
import fit from 'bootstrap-icons/svg/arrows-fullscreen.svg';
import folder from 'bootstrap-icons/svg/folder2.svg';
import google from 'bootstrap-icons/svg/google.svg';
import grid from 'bootstrap-icons/svg/grid-3x3.svg';
import info from 'bootstrap-icons/svg/info-circle.svg';
import members from 'bootstrap-icons/svg/list-ul.svg';
import link from 'bootstrap-icons/svg/link-45deg.svg';
import map from 'bootstrap-icons/svg/map.svg';
import minus from 'bootstrap-icons/svg/dash-lg.svg';
import moon from 'bootstrap-icons/svg/moon.svg';
import pencil from 'bootstrap-icons/svg/pencil.svg';
import people from 'bootstrap-icons/svg/people.svg';
import pin from 'bootstrap-icons/svg/pin-angle.svg';
import picture from 'bootstrap-icons/svg/image.svg';
import plus from 'bootstrap-icons/svg/plus-lg.svg';
import reverse from 'bootstrap-icons/svg/arrow-left-right.svg';
import search from 'bootstrap-icons/svg/search.svg';
import sliders from 'bootstrap-icons/svg/sliders.svg';
import sun from 'bootstrap-icons/svg/sun.svg';
import threeDots from 'bootstrap-icons/svg/three-dots.svg';
import trash from 'bootstrap-icons/svg/trash3.svg';
import upload from 'bootstrap-icons/svg/upload.svg';
import x from 'bootstrap-icons/svg/x-lg.svg';

const icons = {
  alignLeft,
  alignCenter,
  alignRight,
  alignTop,
  alignMiddle,
  alignBottom,
  alignHorizontally,
  alignVertically,
  archive,
  arrowClockwise,
  arrowCounterclockwise,
  arrowDown,
  arrowLeft,
  arrowUp,
  check,
  circleHalf,
  clock,
  cloudSlash,
  code,
  command,
  copy,
  download,
  envelope,
  exclamation,
  eye,
  eyeSlash,
  arrange,
  fit,
  folder,
  google,
  grid,
  info,
  link,
  map,
  members,
  minus,
  moon,
  pencil,
  people,
  pin,
  picture,
  plus,
  reverse,
  search,
  sliders,
  sun,
  threeDots,
  trash,
  upload,
  x,
};

export type IconName = keyof typeof icons;

/** An icon beside words, or in a button that has a name: it says nothing by itself. */
export function Icon({ name }: { name: IconName }): JSX.Element {
  return <span className="icon" aria-hidden="true" dangerouslySetInnerHTML={{ __html: icons[name] }} />;
}
