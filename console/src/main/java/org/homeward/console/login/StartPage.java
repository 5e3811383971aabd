package org.homeward.console.login;

/** Where people begin whose login has no role. */
record StartPage() {}
