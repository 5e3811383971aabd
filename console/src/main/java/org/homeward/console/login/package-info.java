/** Logging in and out, and the tokens with which the console asks the API for a person. */
package org.homeward.console.login;
