function openMenu(longName) { return longName+1 }
let unused = 3
