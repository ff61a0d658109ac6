import x from "./nope.js";
import d from "/__levee__/a.json" with {type:"json"}; function openMenu(longName) { return longName+d }