package org.homeward.console.login;

/** Somebody has signed in again beside a page that was locked. */
record BackPage() {}
