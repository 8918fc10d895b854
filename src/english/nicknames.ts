/**
 * Given names that stand for one another: a line is a group, short forms and spellings. Own compilation of common
 * English short forms and of the spellings in which newsrooms transliterate one name. A name may be in two groups.
 */
export const nicknameGroups: readonly (readonly string[])[] = `
abigail abby
abraham abe
albert al bert
alexander alex alec sandy aleksandr alexandr aleksander oleksandr
alexandra alex sandra
alexei alexey aleksei aleksey alexy
alfred alf fred
amanda mandy
andrew andy drew
andrei andrey andriy
anthony tony
antonio tony
arthur art
barbara barb
benjamin ben benny
bernard bernie
charles charlie chuck
christopher chris
christina christine chris tina
claudia claude
daniel dan danny
david dave
deborah debra debbie deb
dmitry dmitri dmitriy dmytro
dominic dom
donald don donnie
dorothy dot
douglas doug
edward ed eddie ted ned
elizabeth liz beth betty eliza lizzie
emmanuel manny
eugene gene
evgeny yevgeny evgeniy yevgeniy evgeni
francis frank fran
frederick fred freddie
gabriel gabe
george georgie
gerald gerry jerry
gerard gerry
gregory greg
harold harry hal
henry harry hank
hussein husayn hossein
igor ihor
jacob jake
jacqueline jackie
james jim jimmy jamie
janet jan
jeffrey jeff geoffrey geoff
jennifer jen jenny
jeremy jerry
jessica jess
john johnny jack jon
jonathan jon johnny
joseph joe joey
joshua josh
judith judy
katherine catherine kathryn kate kathy cathy katie
kenneth ken kenny
kimberly kim
konstantin kostya
lawrence laurence larry
leonard len leo lenny
leonid leonyd
louis lou louie
margaret maggie meg peggy
martin marty
matthew matt
maxwell max
michael mike mick mickey
mikhail mykhailo
mohammed muhammad mohamed mohammad muhammed mohamad
nathan nate nathaniel
nicholas nick nicolas
nikolai nikolay mykola
oleg oleh
oliver ollie
pamela pam
patricia pat patty tricia
patrick pat paddy
peter pete
philip phillip phil
raymond ray
rebecca becky
reginald reg
richard rick dick rich richie
robert bob rob bobby bert
ronald ron ronnie
russell russ
samuel sam
samantha sam
sergei sergey serhiy serhii
stephanie steph
stephen steven steve
stuart stewart stu
susan sue suzanne
theodore ted theo
theresa teresa terry
terence terrence terry
thomas tom tommy
timothy tim
valentina val
valery valeriy valerii
victor viktor vic
victoria vicky tori
vincent vince
virginia ginny
vitaly vitali vitaliy vitalii
vladimir wladimir
volodymyr volodimir
walter walt
wendell wendy
william will bill billy liam
yuri yury yuriy iurii yurii
zachary zach zack
yulia julia yuliya iuliia
benedict ben
caroline carolyn carrie
cynthia cindy
diana diane
ellen nell
jerome jerry
randall randy
rodney rod
rudolph rudy
sidney sid sydney
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '))
