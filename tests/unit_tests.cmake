# The unit tests, by the folder of src that they mirror.
hazcheck_unit(base date_test.cpp text_test.cpp)
