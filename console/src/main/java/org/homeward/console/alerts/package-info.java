/** Alerts: written, approved by another person, watched and stopped. */
package org.homeward.console.alerts;
