/* suite-check.h - runs the suites of a program with Check.  */
/* SPDX-License-Identifier: MIT */

#ifndef SUITE_CHECK_H
#define SUITE_CHECK_H 1

extern suite_maker *const __start_suites[], *const __stop_suites[];

int
suite_run (void)
{
  SRunner *runner = srunner_create (NULL);
  for (suite_maker *const *at = __start_suites; at < __stop_suites; at++)
    srunner_add_suite (runner, (*at) ());
  srunner_set_fork_status (runner, CK_FORK);
  srunner_run_all (runner, CK_NORMAL);
  int failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed != 0;
}

#endif
